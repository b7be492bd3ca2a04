using System.Text.Json;
using System.Text.Json.Serialization;

namespace CachingLab.Exams;

/// <summary>Writes an enum as the contract spells it: <c>not-attempted</c>, <c>out-of-memory</c>.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class KebabCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
