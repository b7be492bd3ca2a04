using System.Text.Json;

namespace CachingLab.Cli.Tests;

/// <summary>Who is in the reports of a class.</summary>
public sealed class ClassTests : Desk
{
    [Fact]
    public async Task All_reports_have_the_same_learners_in_a_class_with_a_roster()
    {
        Submit("class/Lovelace Ada_11_assignsubmission_file_/06-cache-policy.ipynb", Right);
        Submit("class/Bo Chen_12_assignsubmission_file_/06-cache-policy.ipynb", Wrong);
        Submit("class/Eve_13_assignsubmission_file_/06-cache-policy.ipynb", Right);
        Write("roster.csv", "id,name,group\ns1,Ada Lovelace,A\ns2,Bo Chén,B\ns3,\"Aydın, Cem\",A\n");
        Write("grading.json", """{ "weights": { "06-cache-policy": 2 } }""");
        LabEnd end = await Lab.GradeAsync(
            Root, "class", "--roster", "roster.csv", "--json", "-", "--csv", "grades.csv", "--csv-long", "long.csv", "--moodle", "moodle.csv", "--canvas", "canvas.csv");
        Assert.Equal(1, end.Code);
        JsonElement[] learners = [.. JsonSerializer.Deserialize<JsonElement>(end.Output).GetProperty("learners").EnumerateArray()];
        string[] ids = ["s1", "s3", "s2", "13"];
        Assert.Equal(ids, learners.Select(l => l.GetProperty("id").GetString()));
        Assert.Equal([16, 0], learners[..2].Select(l => l.GetProperty("mark").GetDouble()));
        string[] grades = await LinesAsync("grades.csv");
        Assert.Equal(ids, grades.Skip(1).Select(l => l.Split(',')[0]));
        Assert.StartsWith("s1,Ada Lovelace,16,", grades[1], StringComparison.Ordinal);
        Assert.Contains(",not on the roster,", grades[4], StringComparison.Ordinal);
        Assert.Equal(ids, (await LinesAsync("long.csv")).Skip(1).Select(l => l.Split(',')[0]).Distinct());
        Assert.Equal(["Participant 11", "", "Participant 12", "Participant 13"], (await LinesAsync("moodle.csv")).Skip(1).Select(l => l.Split(',')[0]));
        Assert.Equal(5, (await LinesAsync("canvas.csv")).Length);
    }

    private Task<string[]> LinesAsync(string file) => File.ReadAllLinesAsync(Path.Combine(Root, file), TestContext.Current.CancellationToken);
}
