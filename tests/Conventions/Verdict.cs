namespace BaseComponents.Tests.Conventions;

internal static class Verdict
{
    /// <summary>Fails with one line per finding and with what to do about it.</summary>
    public static void NoFindings(IEnumerable<string> findings, string whatToDo)
    {
        var found = findings.ToList();
        if (found.Count > 0)
            Assert.Fail($"{string.Join(Environment.NewLine, found)}{Environment.NewLine}=> {whatToDo}");
    }
}
