// answer: hostile
// ends: crashed
// attack: Ends the process at the first question
using System;
using Microsoft.Extensions.AI;

bool MayKeep(ChatResponse response)
{
    Environment.Exit(0);
    return true;
}
