using System.Reflection;

namespace CachingLab.Answers;

/// <summary>Work that a notebook's cell declares.</summary>
internal interface IFromCell
{
    /// <summary>The compiled cell that the work comes from: a function's own, and for a class the check cell, which says how to make an instance.</summary>
    Module Cell { get; }
}
