using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail;

/// <summary>Counts what the whole process allocates, hence alone.</summary>
[CollectionDefinition(nameof(SealingMemoryTests), DisableParallelization = true)]
[Collection(nameof(SealingMemoryTests))]
public sealed class SealingMemoryTests(MailLab lab) : IClassFixture<MailLab>
{
    /// <summary>A file of 64 MiB: its stream is passed on in pieces, and what is allocated stays small.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("picture")]
    public async Task ALargeAttachmentIsNeverInMemory(string? contentId)
    {
        const int Mebibytes = 64;
        await using var services = lab.Services(options => options.Limits.MaxMessageSize = 200_000_000);
        var settings = services.GetRequiredKeyedService<MailSettingsSource>("").Current;
        var attachment = new SecureAttachment { FileName = "a.bin", ContentId = contentId, OpenAsync = _ => ValueTask.FromResult<Stream>(new Zeroes(Mebibytes * 1024L * 1024)) };
        var message = new SecureMessage { To = [MailLab.Office], Subject = "Antrag", Text = "Text" };
        using var warm = await services.GetRequiredService<MailSealer>().SealAsync(OutgoingPart.Whole(message), settings, default);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        using var mail = await services.GetRequiredService<MailSealer>().SealAsync(OutgoingPart.Whole(message with { Html = contentId is null ? null : "<img src=cid:picture>", Attachments = [attachment] }), settings, default);

        mail.Size.Should().BeGreaterThan((long)(Mebibytes * 1024 * 1024 * 1.8));
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(48 * 1024 * 1024);
    }
}
