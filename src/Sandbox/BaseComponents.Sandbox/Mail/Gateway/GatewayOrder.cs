namespace BaseComponents.Sandbox.Mail.Gateway;

/// <summary>What a mail tells the gateway, and the mail without that.</summary>
internal sealed record GatewayOrder(bool Encrypts, bool IsPlain, RawMail Mail)
{
    public static GatewayOrder Of(RawMail mail)
    {
        var subject = mail.Fields.FirstOrDefault(field => field.Is("Subject"));
        var (encrypts, plain) = (Holds(subject, GatewayWords.EncryptTag), Holds(subject, GatewayWords.PlainTag));
        return new GatewayOrder(
            encrypts || mail.Has(GatewayWords.EncryptHeader, GatewayWords.Yes),
            plain || mail.Has(GatewayWords.PlainHeader, GatewayWords.Yes),
            WithoutTags(mail.Without(GatewayWords.EncryptHeader, GatewayWords.PlainHeader)));
    }

    // As a careless gateway looks: anywhere, in any case.
    private static bool Holds(RawField? subject, string tag) => subject?.Value.Contains(tag, StringComparison.OrdinalIgnoreCase) is true;

    private static RawMail WithoutTags(RawMail mail) => mail with
    {
        Fields = [.. mail.Fields.Select(field => field.Is("Subject") ? new RawField(Clean(Clean(field.Text, GatewayWords.EncryptTag), GatewayWords.PlainTag)) : field)],
    };

    private static string Clean(string text, string tag) => text.Replace(tag + " ", "", StringComparison.OrdinalIgnoreCase).Replace(tag, "", StringComparison.OrdinalIgnoreCase);
}
