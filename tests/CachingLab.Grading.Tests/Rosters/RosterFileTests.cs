using System.Text;
using CachingLab.Grading.Records;
using CachingLab.Grading.Rosters;
using CachingLab.Grading.Tests.Submissions;

namespace CachingLab.Grading.Tests.Rosters;

public sealed class RosterFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("id,name\r\n17,Ada Lovelace\r\n18,\"Chen, Bo\"\r\n")]
    [InlineData("\ufeffName;ID;\nAda Lovelace;17;\n\n\"Chen, Bo\";18;")]
    [InlineData("ID number\tFirst name\tLast name\n17\tAda\tLovelace\n18\tChen,\tBo\n")]
    [InlineData("Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\nAda Lovelace,17,,,\n\"Chen, Bo\",18,,,\n")]
    [InlineData("Identifier,Full name,Email address,Status\n17,Ada Lovelace,a@x.org,\"sub\nmitted\"\n18,\"Chen, Bo\",b@x.org,-\n")]
    public void A_class_list_is_read_as_people_and_platforms_write_it(string text) =>
        Assert.Equal([("17", "Ada Lovelace"), ("18", "Chen, Bo")], Read(text).Select(r => (r.Id, r.Name)));

    [Fact]
    public void Other_columns_are_kept()
    {
        RosterRow row = Assert.Single(Read("id,name,group,say\n17,Ada,A,\"a \"\"b\"\"\"\n"));
        Assert.Equal(("A", "a \"b\""), (row.More["group"], row.More["say"]));
        Assert.Equal(2, row.More.Count);
    }

    [Fact]
    public void One_of_the_two_columns_is_enough()
    {
        Assert.Equal(("Ada", "Ada"), (Read("name\nAda\n")[0].Id, Read("name\nAda\n")[0].Name));
        Assert.Equal(("17", "17"), (Read("id\n17\n")[0].Id, Read("id\n17\n")[0].Name));
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("id,name\n", "there is no learner below its first line")]
    [InlineData("who,what\na,b\n", "no column is called id or name; there are: who, what")]
    [InlineData("id,name\n17,Ada\n\n17,Bo\n", "line 4: 17 is in line 2 already: give each learner one line and an id")]
    [InlineData("name\nAda\nAda\n", "line 3: Ada is in line 2 already: give each learner one line and an id")]
    [InlineData("id,name,x\n,,3\n", "line 2: there is neither an id nor a name")]
    [InlineData("id,name\n17,\"Ada\n18,Bo\n", "line 2: a quotation mark is opened and never closed")]
    public void A_bad_list_says_in_one_line_what_is_wrong(string text, string reason) =>
        Assert.Equal(reason, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Fact]
    public void A_list_in_an_old_code_page_says_how_to_save_it()
    {
        File.WriteAllBytes(folder["r.csv"], Encoding.Latin1.GetBytes("id,name\n1,Jörg\n"));
        Assert.Equal("it is not in UTF-8: save it as CSV UTF-8", Assert.Throws<InvalidDataException>(() => RosterFile.Read(folder["r.csv"])).Message);
    }

    private IReadOnlyList<RosterRow> Read(string text) => RosterFile.Read(folder.Write("r.csv", text));
}
