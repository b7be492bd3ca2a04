using Xunit.v3;

// The lists read as the course does.
[assembly: TestCaseOrderer<UnorderedTestCaseOrderer>]
[assembly: TestMethodOrderer<UnorderedTestMethodOrderer>]
