using System.Globalization;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>Sender and recipients of the mail that is being handed over.</summary>
internal sealed class SmtpTransaction
{
    private readonly List<string> _recipients = [];

    public bool IsOpen { get; private set; }

    public string Sender { get; private set; } = "";

    public IReadOnlyList<string> Recipients => _recipients;

    /// <summary>ENVID of MAIL.</summary>
    public string? EnvelopeId { get; private set; }

    /// <summary>Recipients with NOTIFY=NEVER.</summary>
    public List<string> Unreported { get; } = [];

    /// <summary>Recipients with NOTIFY=SUCCESS.</summary>
    public List<string> Awaited { get; } = [];

    /// <summary>By recipient, what ORCPT named.</summary>
    public Dictionary<string, string> Originals { get; } = new(StringComparer.Ordinal);

    public void Reset()
    {
        (IsOpen, Sender, EnvelopeId) = (false, "", null);
        _recipients.Clear();
        Unreported.Clear();
        Awaited.Clear();
        Originals.Clear();
    }

    public string Begin(string argument)
    {
        var path = SmtpPath.Parse(argument, "FROM") ?? throw new SmtpRefusal("501 5.1.7 Not of the form MAIL FROM:<address>");
        SmtpParameters.OfMail.Check(path);
        if (path.Parameters.TryGetValue("SIZE", out var size) && long.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture) > SmtpLimits.MessageSize)
            throw new SmtpRefusal("552 5.3.4 Message too large");
        (IsOpen, Sender, EnvelopeId) = (true, path.Address, SmtpText.Decoded(path.Parameters.GetValueOrDefault("ENVID")));
        return "250 2.1.0 Sender OK";
    }

    public string Add(string argument, SandboxFaults faults)
    {
        var path = SmtpPath.Parse(argument, "TO") ?? throw new SmtpRefusal("501 5.1.3 Not of the form RCPT TO:<address>");
        SmtpParameters.OfRecipient.Check(path);
        if (!IsOurs(path.Address))
            throw new SmtpRefusal("550 5.7.1 Only recipients below .example are taken, so that no mail reaches a real person");
        if (_recipients.Count >= SmtpLimits.Recipients)
            throw new SmtpRefusal("452 4.5.3 Too many recipients");
        // Real servers repeat the address in their answer; a client must not let it into a log.
        if (faults.Take(MailFaults.RejectRecipient) is not null)
            throw new SmtpRefusal($"550 5.1.1 <{path.Address}> User unknown");
        if (faults.Take(MailFaults.BusyRecipient) is not null)
            throw new SmtpRefusal($"451 4.2.1 <{path.Address}> Mailbox busy, try again later");
        _recipients.Add(path.Address);
        Note(path);
        return "250 2.1.5 Recipient OK";
    }

    private void Note(SmtpPath path)
    {
        var wishes = path.Parameters.GetValueOrDefault("NOTIFY")?.ToUpperInvariant().Split(',') ?? [];
        if (wishes.Contains("NEVER"))
            Unreported.Add(path.Address);
        if (wishes.Contains("SUCCESS"))
            Awaited.Add(path.Address);
        if (SmtpText.Decoded(path.Parameters.GetValueOrDefault("ORCPT")) is { } original)
            Originals[path.Address] = original;
    }

    private static bool IsOurs(string address) => address.EndsWith(".example", StringComparison.OrdinalIgnoreCase) || address.EndsWith("@example", StringComparison.OrdinalIgnoreCase);
}
