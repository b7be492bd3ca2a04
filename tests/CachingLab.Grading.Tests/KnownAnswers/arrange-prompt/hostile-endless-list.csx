// answer: hostile
// ends: timeout, out-of-memory, crashed
// attack: Returns a list that says it is empty, and whose messages never end
using System.Collections;
using System.Collections.Generic;
using CachingLab.Production;
using Microsoft.Extensions.AI;

class Endless : IList<ChatMessage>
{
    public ChatMessage this[int index] { get => new(ChatRole.User, "more"); set { } }

    public int Count => 0;

    public bool IsReadOnly => true;

    public void Add(ChatMessage item) { }

    public void Clear() { }

    public bool Contains(ChatMessage item) => true;

    public void CopyTo(ChatMessage[] array, int arrayIndex) { }

    public int IndexOf(ChatMessage item) => 0;

    public void Insert(int index, ChatMessage item) { }

    public bool Remove(ChatMessage item) => true;

    public void RemoveAt(int index) { }

    public IEnumerator<ChatMessage> GetEnumerator()
    {
        while (true)
            yield return new ChatMessage(ChatRole.User, "more");
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

IList<ChatMessage> ArrangePrompt(PromptParts parts) => new Endless();
