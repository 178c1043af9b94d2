using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail;

/// <summary>What of a mail lies in the temp folder while it is sealed. The folder is the process's, so that no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(SpoolTests), DisableParallelization = true)]
[Collection(nameof(SpoolTests))]
public sealed class SpoolTests : IDisposable
{
    private const string Canary = "Kanarienvogel Erika Mustermann";
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = Canary };
    private readonly MailLab _lab = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spool");
    private readonly string? _before = Environment.GetEnvironmentVariable("TMPDIR");

    public SpoolTests() => Environment.SetEnvironmentVariable("TMPDIR", _folder.FullName);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TMPDIR", _before);
        _folder.Delete(recursive: true);
        _lab.Dispose();
    }

    [Fact]
    public async Task OnlyCiphertextTouchesTheDiskAndNothingStays()
    {
        var text = string.Concat(Enumerable.Repeat(Canary + "\r\n", 100_000));
        using (await SealAsync(_message with { Text = text }))
        {
            var file = _folder.GetFiles().Should().ContainSingle().Which;
            file.Length.Should().BeGreaterThan(text.Length);
            if (!OperatingSystem.IsWindows())
                file.UnixFileMode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Read(file).Should().NotContain("Kanarienvogel").And.NotContain("Mustermann").And.NotContain("Content-Type");
        }

        _folder.GetFiles().Should().BeEmpty();
    }

    [Fact]
    public async Task ASmallMailStaysInMemory()
    {
        using var mail = await SealAsync(_message);

        _folder.GetFiles().Should().BeEmpty();
    }

    [Fact]
    public async Task ASealingThatFailsLeavesNothingBehind()
    {
        var attachment = new SecureAttachment { FileName = "a.bin", OpenAsync = _ => ValueTask.FromResult<Stream>(new Zeroes(5_000_000, isBroken: true)) };
        var sealing = () => SealAsync(_message with { Attachments = [attachment] });

        (await sealing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.AttachmentUnreadable);
        _folder.GetFiles().Should().BeEmpty();
    }

    private async Task<SealedMail> SealAsync(SecureMessage message)
    {
        await using var services = _lab.Services();
        return await services.GetRequiredService<MailSealer>().SealAsync(message, services.GetRequiredKeyedService<MailSettingsSource>("").Current, default);
    }

    private static string Read(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
