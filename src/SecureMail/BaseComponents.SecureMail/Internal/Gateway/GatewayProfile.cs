using BaseComponents.SecureMail.Wire.Mime;

namespace BaseComponents.SecureMail.Internal.Gateway;

/// <summary>The gateway's profile, ready for use.</summary>
internal sealed class GatewayProfile
{
    private readonly SecureMailOptions _options;

    public GatewayProfile(SecureMailOptions options)
    {
        _options = options;
        Words = new ControlWords(AllWords(options.Gateway));
        Files = new GatewayFiles(options.Gateway);
    }

    public ControlWords Words { get; }

    public GatewayFiles Files { get; }

    /// <summary>Whether a mail may be left to the gateway to encrypt.</summary>
    public bool MayEncrypt => _options is { Policy: MailPolicy.GatewayFallback, Gateway.EncryptsOrRefuses: true };

    /// <summary>The words that count: those that are named, and the tags of our own instructions.</summary>
    public static IEnumerable<string> AllWords(GatewayOptions gateway) =>
        gateway.ControlWords.Concat(new[] { gateway.ByGateway.SubjectTag, gateway.Encrypted.SubjectTag, gateway.Plain.SubjectTag }.OfType<string>().Where(tag => tag.Length > 0));

    /// <summary>What a mail carries, by its protection as it was decided.</summary>
    public GatewayInstruction InstructionFor(MailProtection protection) => new(
        protection.IsEncrypted ? _options.Gateway.Encrypted : protection == MailProtection.ByGateway ? _options.Gateway.ByGateway : _options.Gateway.Plain, Words);
}
