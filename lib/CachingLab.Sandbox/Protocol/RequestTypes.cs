using CachingLab.Exercises;

namespace CachingLab.Sandbox.Protocol;

/// <summary>The request types that cross the pipe: the course's, and those that the exams make up.</summary>
internal static class RequestTypes
{
    private static readonly Dictionary<string, Type> ByName = ExtendedKeyExercise.RequestTypes.ToDictionary(t => t.FullName!);

    public static Type? Named(string name) => ByName.GetValueOrDefault(name);
}
