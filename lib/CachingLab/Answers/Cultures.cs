using System.Globalization;

namespace CachingLab.Answers;

/// <summary>Cultures by name, with a stand-in where the system has no culture data.</summary>
internal static class Cultures
{
    /// <summary>Runs the code under the culture of that name, then restores the current culture.</summary>
    public static T During<T>(string name, Func<T> code)
    {
        (CultureInfo culture, CultureInfo ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Named(name);
            return code();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = ui;
        }
    }

    /// <summary>The culture of that name; under invariant globalization, a culture with a decimal comma.</summary>
    public static CultureInfo Named(string name)
    {
        if (name.Length == 0)
            return CultureInfo.InvariantCulture;
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            var stand = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            stand.NumberFormat.NumberDecimalSeparator = ",";
            stand.NumberFormat.NumberGroupSeparator = ".";
            return stand;
        }
    }
}
