using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail;

/// <summary>What of a mail lies in the temp folder while it is sealed.</summary>
[Collection(nameof(TempFolder))]
public sealed class SpoolTests : IDisposable
{
    private const string Canary = "Kanarienvogel Erika Mustermann";
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = Canary };
    private readonly MailLab _lab = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _lab.Dispose();
    }

    [Fact]
    public async Task OnlyCiphertextTouchesTheDiskAndNothingStays()
    {
        var text = string.Concat(Enumerable.Repeat(Canary + "\r\n", 100_000));
        using (await SealAsync(_message with { Text = text }))
        {
            var file = _folder.Files.Should().ContainSingle().Which;
            file.Length.Should().BeGreaterThan(text.Length);
            if (!OperatingSystem.IsWindows())
                file.UnixFileMode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            TempFolder.Read(file).Should().NotContain("Kanarienvogel").And.NotContain("Mustermann").And.NotContain("Content-Type");
        }

        _folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task ASmallMailStaysInMemory()
    {
        using var mail = await SealAsync(_message);

        _folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task ASealingThatFailsLeavesNothingBehind()
    {
        var attachment = new SecureAttachment { FileName = "a.bin", OpenAsync = _ => ValueTask.FromResult<Stream>(new Zeroes(5_000_000, isBroken: true)) };
        var sealing = () => SealAsync(_message with { Attachments = [attachment] });

        (await sealing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.AttachmentUnreadable);
        _folder.Files.Should().BeEmpty();
    }

    private async Task<SealedMail> SealAsync(SecureMessage message)
    {
        await using var services = _lab.Services();
        return await services.GetRequiredService<MailSealer>().SealAsync(OutgoingPart.Whole(message), services.GetRequiredKeyedService<MailSettingsSource>("").Current, default);
    }
}
