namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>The application that starts one payment in a process of its own, says what came of it, and may be killed in the middle.</summary>
internal static class CrashClient
{
    public static ChildProcess Start(string settings, string database, params (string Name, string Value)[] environment)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        return ChildProcess.Start(
            $"../../../Payments/CrashClient/bin/{folder.Parent!.Name}/{folder.Name}/BaseComponents.Tests.CrashClient.dll", [settings, database, "case-1"], environment);
    }
}
