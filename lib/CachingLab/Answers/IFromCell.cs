using System.Reflection;

namespace CachingLab.Answers;

/// <summary>Work that a notebook's cell declares.</summary>
internal interface IFromCell
{
    /// <summary>The compiled cell that the work comes from. For a class it is the check cell, which holds the call of the constructor.</summary>
    Module Cell { get; }
}
