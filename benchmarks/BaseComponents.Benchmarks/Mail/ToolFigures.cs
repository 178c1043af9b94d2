namespace BaseComponents.Benchmarks.Mail;

/// <summary>The same by the command line tool, which brings the whole Sandbox and a database along and compiles while it runs.</summary>
internal sealed class ToolFigures(string folder)
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "BaseComponents.Tool.dll");

    public async Task RunAsync(int warmups, int rounds)
    {
        var (sealing, opening) = (0.0, 0.0);
        var turns = await Turns.TakeAsync(warmups, rounds, async () => sealing = Math.Max(sealing, await SealAsync()), async () => opening = Math.Max(opening, await OpenAsync()));
        Measurement.Report("mail.tool.seal.mb_per_s", LargeMailFigures.Size / 1e6 / turns.Ours, "MB/s");
        Measurement.Report("mail.tool.seal.rss_mb", sealing, "MB");
        Measurement.Report("mail.tool.open.mb_per_s", LargeMailFigures.Size / 1e6 / turns.Bare, "MB/s");
        Measurement.Report("mail.tool.open.rss_mb", opening, "MB");
    }

    private Task<double> SealAsync()
    {
        File.Delete(PathOf("sealed.eml"));
        return RunAsync("seal", PathOf("file.bin"), "--to", MailParties.Recipient, "--subject", "Measurement", "--text", "One file.", "--out", PathOf("sealed.eml"));
    }

    private Task<double> OpenAsync()
    {
        if (Directory.Exists(PathOf("opened")))
            Directory.Delete(PathOf("opened"), recursive: true);
        return RunAsync("open", PathOf("sealed.eml"), "--out", PathOf("opened"));
    }

    private Task<double> RunAsync(params string[] arguments) => WholeProcess.RunAsync("dotnet", [Tool, "mail", .. arguments, "--settings", PathOf("settings.json")], ("TMPDIR", folder));

    private string PathOf(string name) => Path.Combine(folder, name);
}
