using System.Diagnostics;
using System.Text.Json;
using BaseComponents.SecureMail;

namespace BaseComponents.Tests.SecureMail.Receiving;

/// <summary>Readers in processes of their own that end without a chance to clean up.</summary>
public sealed class KilledReaderTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly DropLab _drop = new();
    private readonly List<Process> _readers = [];

    private string Settings => Path.Combine(_drop.Root, "settings.json");

    // One for each process: they do not write into each other's.
    private string[] Handled => [.. Directory.GetFiles(_drop.Root, "book-*").SelectMany(Lines)];

    public void Dispose()
    {
        foreach (var reader in _readers.Where(reader => !reader.HasExited))
            Kill(reader);
        _readers.ForEach(reader => reader.Dispose());
        _drop.Dispose();
    }

    [Fact]
    public async Task NothingIsLostAndAtMostTheMailInHandComesTwice()
    {
        const int Mails = 300;
        const int Kills = 5;
        Write(maxAttempts: 20);
        for (var number = 0; number < Mails; number++)
            _drop.Deliver(DropLab.Plain($"m{number}"));
        var stays = Start();
        for (var kill = 1; kill <= Kills; kill++)
        {
            var suspect = Start();
            await UntilAsync(() => Handled.Length >= kill * 40);
            Kill(suspect);
        }

        await UntilAsync(() => Handled.Distinct().Count() == Mails && _drop.Files("claimed").Length == 0);
        Kill(stays);

        Handled.Length.Should().BeInRange(Mails, Mails + Kills);
        _drop.Files("done").Should().HaveCount(Mails);
        new[] { "new", "cur", "claimed", "set-aside" }.SelectMany(_drop.Files).Should().BeEmpty();
    }

    [Fact]
    public async Task AMailThatEndsTheProcessIsSetAside()
    {
        Write(maxAttempts: 2);
        _drop.Deliver(DropLab.Plain("poison"), "1");
        _drop.Deliver(DropLab.Plain("good"), "2");
        for (var crash = 1; crash <= 2; crash++)
        {
            var reader = Start();
            await reader.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            reader.ExitCode.Should().NotBe(0);
        }

        var last = Start();
        await UntilAsync(() => _drop.Files("set-aside").Length == 1);
        Kill(last);

        Handled.Should().Equal("good");
        _drop.Files("set-aside").Should().ContainSingle().Which.Should().MatchRegex(@"\.3\.[0-9]+\.GivenUp\.eml$");
    }

    private static string[] Lines(string book)
    {
        using var file = new StreamReader(new FileStream(book, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Kill(Process reader)
    {
        reader.Kill();
        reader.WaitForExit();
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var since = Stopwatch.StartNew();
        while (!isSo())
        {
            since.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(90));
            await Task.Delay(20);
        }
    }

    private Process Start()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.GetFullPath($"../../../Receiving/Reader/bin/{folder.Parent!.Name}/{folder.Name}/BaseComponents.Tests.DropReader.dll", AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [program, Settings, Path.Combine(_drop.Root, $"book-{_readers.Count}")]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        var reader = Process.Start(start)!;
        reader.BeginErrorReadLine();
        reader.BeginOutputReadLine();
        _readers.Add(reader);
        return reader;
    }

    private void Write(int maxAttempts)
    {
        var mail = new
        {
            Environment = "Test",
            Smtp = new { Host = "127.0.0.1", Port = 1 },
            Sender = new { Address = MailLab.Sender, Certificate = new { Pem = lab.SenderKey.CertificatePem, lab.SenderKey.KeyPem } },
            TrustAnchorsPem = lab.Authority.AnchorPem,
            Mailbox = new
            {
                FileDrop = new { Path = _drop.Root, Lease = "00:00:02", KeepDoneFor = "1.00:00:00" },
                PollInterval = "00:00:01",
                RetryAfter = "00:00:01",
                MaxAttempts = maxAttempts,
            },
        };
        File.WriteAllText(Settings, JsonSerializer.Serialize(new { BaseComponents = new { SecureMail = mail } }));
    }
}
