using MimeKit;

namespace BaseComponents.Sandbox.Mail;

/// <summary>Parses what clients sent, which may be anything.</summary>
internal static class MailParser
{
    private static readonly ParserOptions _options = new() { MaxMimeDepth = 20, MaxAddressGroupDepth = 2 };

    public static HeaderList? Headers(byte[] raw) => Attempt(() => HeaderList.Load(_options, new MemoryStream(raw, writable: false)));

    public static MimeMessage? Message(byte[] raw) => Attempt(() => MimeMessage.Load(_options, new MemoryStream(raw, writable: false)));

    public static MimeEntity? Entity(byte[] raw) => Attempt(() => MimeEntity.Load(_options, new MemoryStream(raw, writable: false)));

    private static T? Attempt<T>(Func<T> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
