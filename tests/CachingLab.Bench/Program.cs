namespace CachingLab.Bench;

/// <summary>The entry point: <c>dotnet run --project tests/CachingLab.Bench -- class --count 200</c>.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => BenchCommand.Create().Parse(args).InvokeAsync();
}
