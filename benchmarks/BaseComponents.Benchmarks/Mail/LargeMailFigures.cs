using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BaseComponents.MailProgram;

namespace BaseComponents.Benchmarks.Mail;

/// <summary>A large file into a sealed mail and out of it again: a program of the application as a whole process, against openssl and MimeKit; and the command line tool.</summary>
internal sealed class LargeMailFigures(string program, string folder)
{
    internal const long Size = 100 * Mebibyte;
    private const long Mebibyte = 1024 * 1024;

    public static async Task RunAsync(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("mail-benchmark-");
        try
        {
            await new LargeMailFigures(await NativeProgram.PublishAsync(), folder.FullName).RunAsync(quick ? 1 : 2, quick ? 3 : 9);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task RunAsync(int warmups, int rounds)
    {
        var parties = MailParties.Rsa();
        await PrepareAsync(parties);
        await SealAsync(warmups, rounds);
        await MimeKitAsync(parties, rounds);
        await OpenAsync(warmups, rounds);
        await WriteRandomAsync("gigabyte.bin", 1024 * Mebibyte);
        Measurement.Report("mail.seal_1g.rss_mb", await SealAsync("gigabyte.bin"), "MB");
        await new ToolFigures(folder).RunAsync(warmups, rounds);
    }

    private async Task SealAsync(int warmups, int rounds)
    {
        var memory = 0.0;
        var turns = await Turns.TakeAsync(warmups, rounds, async () => memory = Math.Max(memory, await SealAsync("file.bin")), () => ShellAsync(
            "openssl cms -sign -stream -binary -in body.eml -signer sender.pem -inkey sender.pem -md sha256 | "
            + "openssl cms -encrypt -stream -aes-256-gcm -recip recipient.pem -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -out openssl.eml"));
        Measurement.Report("mail.seal.mb_per_s", Size / 1e6 / turns.Ours, "MB/s");
        Measurement.Report("mail.seal.rss_mb", memory, "MB");
        Measurement.Report("mail.seal.openssl_mb_per_s", Size / 1e6 / turns.Bare, "MB/s");
        Measurement.Report("mail.seal.vs_openssl", 1 / turns.Ratio, "");
    }

    // As a program of the same kind, from its start to its end, and in this process, where it is warm.
    private async Task MimeKitAsync(MailParties parties, int rounds)
    {
        var program = await TurnsAsync(rounds, MimeKitMailAsync);
        Measurement.Report("mail.seal.vs_mimekit", 1 / program.Ratio, "");
        using var sender = parties.SenderCertificate();
        using var recipient = parties.RecipientCertificate();
        var warm = await TurnsAsync(rounds, () => MimeKitSealing.SealAsync(PathOf("file.bin"), PathOf("mimekit.eml"), sender, recipient));
        Measurement.Report("mail.seal.vs_mimekit_warm", 1 / warm.Ratio, "");
    }

    private Task<Turns> TurnsAsync(int rounds, Func<Task> peer) => Turns.TakeAsync(1, Math.Min(rounds, 3), () => SealAsync("file.bin"), peer);

    private async Task OpenAsync(int warmups, int rounds)
    {
        await SealAsync("file.bin");
        var memory = 0.0;
        var turns = await Turns.TakeAsync(warmups, rounds, async () => memory = Math.Max(memory, await OpenMailAsync()), () => ShellAsync(
            "openssl cms -decrypt -in sealed.eml -recip recipient.pem -inkey recipient.pem | openssl cms -verify -CAfile authority.pem -purpose any -out content.eml 2>/dev/null"));
        Measurement.Report("mail.open.mb_per_s", Size / 1e6 / turns.Ours, "MB/s");
        Measurement.Report("mail.open.rss_mb", memory, "MB");
        Measurement.Report("mail.open.openssl_mb_per_s", Size / 1e6 / turns.Bare, "MB/s");
        Measurement.Report("mail.open.vs_openssl", 1 / turns.Ratio, "");
    }

    private Task<double> SealAsync(string file) => ProgramAsync("seal", "settings.json", PathOf(file), PathOf("sealed.eml"), MailParties.Recipient);

    private Task<double> OpenMailAsync() => ProgramAsync("open", "settings.json", PathOf("sealed.eml"), PathOf("opened.bin"));

    private Task<double> MimeKitMailAsync() => ProgramAsync("mimekit", "sender.pem", PathOf("file.bin"), PathOf("mimekit.eml"), PathOf("recipient.pem"));

    private Task<double> ProgramAsync(string verb, string settings, params string[] arguments) => WholeProcess.RunAsync(program, [verb, PathOf(settings), .. arguments], ("TMPDIR", folder));

    private Task<double> ShellAsync(string command) => WholeProcess.RunAsync("bash", ["-c", $"set -e -o pipefail; cd '{folder}'; {command}"]);

    private async Task PrepareAsync(MailParties parties)
    {
        await File.WriteAllTextAsync(PathOf("sender.pem"), parties.SenderPem);
        await File.WriteAllTextAsync(PathOf("recipient.pem"), parties.RecipientPem);
        await File.WriteAllTextAsync(PathOf("authority.pem"), parties.AuthorityPem);
        await File.WriteAllTextAsync(PathOf("settings.json"), JsonSerializer.Serialize(parties.Settings().ToDictionary()));
        await WriteRandomAsync("file.bin", Size);
        await WriteBodyAsync();
    }

    private async Task WriteRandomAsync(string name, long length)
    {
        var piece = RandomNumberGenerator.GetBytes((int)Mebibyte);
        await using var file = File.Create(PathOf(name));
        for (long written = 0; written < length; written += piece.Length)
            await file.WriteAsync(piece);
    }

    // What openssl signs is made beforehand: it does not know how to put a file into a mail.
    private async Task WriteBodyAsync()
    {
        await using var body = File.Create(PathOf("body.eml"));
        await body.WriteAsync("Content-Type: application/octet-stream; name=file.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8.ToArray());
        await using var file = File.OpenRead(PathOf("file.bin"));
        var piece = new byte[57 * 1024];
        int count;
        while ((count = await file.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false)) > 0)
            await body.WriteAsync(Encoding.ASCII.GetBytes(Convert.ToBase64String(piece, 0, count, Base64FormattingOptions.InsertLineBreaks) + "\r\n"));
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
