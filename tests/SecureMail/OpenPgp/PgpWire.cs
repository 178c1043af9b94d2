using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
using BaseComponents.SecureMail.Wire.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

internal static class PgpWire
{
    /// <summary>Seals into a file.</summary>
    public static async Task WriteAsync(IServiceProvider services, SecureMessage message, string path, Action whileSealed)
    {
        using var mail = await services.GetRequiredService<MailSealer>().SealAsync(OutgoingPart.Whole(message), services.GetRequiredKeyedService<MailSettingsSource>("").Current, default);
        whileSealed();
        await using var file = File.Create(path);
        await mail.Message.WriteToAsync(file);
    }

    public static Task<ReceivedMail> OpenAsync(IServiceProvider services, Stream mail) => services.GetRequiredService<ISecureMailReader>().OpenAsync(mail);
}

/// <summary>The same line again and again.</summary>
internal sealed class Repeated(byte[] line, long length) : SourceStream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - _read);
        for (var index = 0; index < count; index++)
            buffer[index] = line[(_read + index) % line.Length];
        _read += count;
        return count;
    }
}
