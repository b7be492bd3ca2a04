// answer: hostile
// ends: failed, blocked, crashed, out-of-memory
// attack: Returns messages of a hundred million characters, so that whoever looks for the parts has no end of it
using System;
using System.Collections.Generic;
using System.Linq;
using CachingLab;
using CachingLab.Production;
using Microsoft.Extensions.AI;

IList<ChatMessage> ArrangePrompt(PromptParts parts) =>
    Enumerable.Repeat(new ChatMessage(ChatRole.User, new string('x', 1_000_000)), 100).Append(new ChatMessage(ChatRole.System, parts.System)).ToList();
