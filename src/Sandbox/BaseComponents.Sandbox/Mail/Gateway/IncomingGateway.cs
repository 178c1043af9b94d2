using System.Globalization;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Mail.Gateway;

/// <summary>
/// Mail from outside to the authority, as it lies in its mailbox: the gateway takes away marks that came along, decrypts what is for the authority, checks the signature, sets its marks, and hands the mail to the
/// mailbox's server. By a fault a stranger hands it over instead, with marks and headers of the stranger's own making.
/// </summary>
internal sealed class IncomingGateway(MailStore store, OfficeDesk desk, SandboxContext context)
{
    private const string Outside = "from outside.example (outside.example [192.0.2.1])";

    public MailSummary Deliver(byte[] raw)
    {
        var delivered = context.Faults.Take(MailFaults.GatewayForgedMark) is null ? Marked(raw) : Forged(raw);
        return store.Add(new MailEnvelope("", [SandboxMailboxes.Sender], "none"), delivered);
    }

    private byte[] Marked(byte[] raw)
    {
        var mail = RawMail.Read(raw).Without(GatewayWords.MarkHeader);
        var marks = new List<RawField>();
        if (desk.Decrypted(raw, SandboxMailboxes.Sender) is { } content)
        {
            var inside = RawMail.Read(content);
            mail = new RawMail([.. mail.Fields.Where(field => !field.IsOfContent), .. inside.Fields.Where(field => field.IsOfContent)], inside.Body);
            marks.Add(Mark(GatewayWords.Decrypted));
        }

        var signature = desk.Open(new StoredMail(Nobody, mail.Write())).Signature.State;
        if (signature is not SignatureState.Missing)
            marks.Add(Mark(signature is SignatureState.Good ? GatewayWords.SignatureGood : GatewayWords.SignatureBad));
        return (mail with { Fields = [Received($"from {GatewayWords.Server} ({GatewayWords.Server} [{GatewayWords.Address}])", GatewayWords.MailboxServer), .. marks, Received(Outside, GatewayWords.Server), .. mail.Fields] }).Write();
    }

    private byte[] Forged(byte[] raw)
    {
        var mail = RawMail.Read(raw);
        RawField[] forged =
        [
            Received($"from {GatewayWords.Server} (unknown [192.0.2.66])", GatewayWords.MailboxServer),
            Mark(GatewayWords.Decrypted),
            Mark(GatewayWords.SignatureGood),
            Received($"from {GatewayWords.Server} ({GatewayWords.Server} [{GatewayWords.Address}])", GatewayWords.MailboxServer),
            Received(Outside, GatewayWords.Server),
        ];
        return (mail with { Fields = [.. forged, .. mail.Fields] }).Write();
    }

    private static RawField Mark(string value) => new($"{GatewayWords.MarkHeader}: {value}");

    private RawField Received(string from, string by) =>
        new($"Received: {from}\r\n\tby {by} with ESMTPS id {Guid.NewGuid():N}; {context.Clock.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}");

    private static MailSummary Nobody { get; } = new("", default, "", [], "", null, "", 0, "none");
}
