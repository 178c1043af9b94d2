using System.Buffers;
using System.Net;
using BaseComponents.SecureMail.Wire.Mime;
using MimeKit;

namespace BaseComponents.SecureMail.Internal.Gateway;

/// <summary>Whether a gateway's profile can be used, and says one thing only.</summary>
internal sealed class GatewayOptionsCheck(string section)
{
    private static readonly SearchValues<char> _name = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    private static readonly HashSet<string> _taken = new(
        ["From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Return-Path", "Received", "MIME-Version", "HP-Outer", "Authentication-Results", "DKIM-Signature"],
        StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Failures(SecureMailOptions options)
    {
        var gateway = options.Gateway;
        return Policy(options)
            .Concat(Instruction(gateway.ByGateway, nameof(gateway.ByGateway))).Concat(Instruction(gateway.Encrypted, nameof(gateway.Encrypted))).Concat(Instruction(gateway.Plain, nameof(gateway.Plain)))
            .Concat(Contradiction(gateway)).Concat(Words(gateway)).Concat(Files(gateway)).Concat(Marks(gateway.Incoming))
            .Concat(Display(options));
    }

    private IEnumerable<string> Policy(SecureMailOptions options)
    {
        if (options is { Policy: MailPolicy.GatewayFallback, Gateway.EncryptsOrRefuses: false })
            yield return $"{section}: Policy is GatewayFallback, but Gateway:EncryptsOrRefuses is not set. Ask the operator for the guarantee that the gateway encrypts or refuses, and set it.";
        if (options.PlainReasons.Any(reason => string.IsNullOrWhiteSpace(reason) || reason.Contains('@', StringComparison.Ordinal)))
            yield return $"{section}:PlainReasons has an item that is empty or holds an address.";
    }

    private IEnumerable<string> Instruction(GatewayInstructionOptions instruction, string name)
    {
        foreach (var (index, field) in instruction.Headers.Index().Where(field => !IsName(field.Item.Name) || !IsText(field.Item.Value)))
            yield return $"{section}:Gateway:{name}:Headers:{index} is no header field of its own: a name of letters, digits and hyphens that no mail has anyway, and a value in printable ASCII.";
        if (instruction.Headers.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
            yield return $"{section}:Gateway:{name}:Headers names a field twice.";
        if (instruction.SubjectTag is { Length: > 0 } tag && !(IsText(tag) && ControlWords.IsUsable(tag)))
            yield return $"{section}:Gateway:{name}:SubjectTag is no tag of at least two characters in printable ASCII.";
    }

    // What tells the gateway to encrypt must not be what tells it not to.
    private IEnumerable<string> Contradiction(GatewayOptions gateway)
    {
        var (on, off) = (gateway.ByGateway, gateway.Plain);
        if (on.SubjectTag is { Length: > 0 } tag && string.Equals(tag, off.SubjectTag, StringComparison.OrdinalIgnoreCase))
            yield return $"{section}:Gateway: ByGateway and Plain have the same SubjectTag.";
        if (on.Headers.Any(field => off.Headers.Any(other => string.Equals(field.Name, other.Name, StringComparison.OrdinalIgnoreCase) && field.Value == other.Value)))
            yield return $"{section}:Gateway: ByGateway and Plain have the same header field.";
    }

    private IEnumerable<string> Words(GatewayOptions gateway) => gateway.ControlWords.Index()
        .Where(word => !ControlWords.IsUsable(word.Item))
        .Select(word => $"{section}:Gateway:ControlWords:{word.Index} is no word of at least two characters.");

    private IEnumerable<string> Files(GatewayOptions gateway)
    {
        if (gateway.RefusedFileEndings.Any(ending => ending is not ['.', _, ..] || ending.AsSpan(1).ContainsAny('.', ' ')))
            yield return $"{section}:Gateway:RefusedFileEndings has an item that is no ending like \".docm\".";
        if (gateway.RefusedContentTypes.Any(type => !ContentType.TryParse(type, out _)))
            yield return $"{section}:Gateway:RefusedContentTypes has an item that is no media type like \"application/zip\" or \"video/*\".";
    }

    private IEnumerable<string> Marks(GatewayMarkOptions incoming)
    {
        if (incoming.Marks.Count > 0 && (!IsHost(incoming.MailboxServer) || !IsHost(incoming.GatewayServer) || incoming.GatewayAddresses.Count == 0))
            yield return $"{section}:Gateway:Incoming:Marks are believed only where MailboxServer, GatewayServer and GatewayAddresses say how the gateway is told from others. Set all three.";
        if (incoming.GatewayAddresses.Any(address => !IPAddress.TryParse(address, out _)))
            yield return $"{section}:Gateway:Incoming:GatewayAddresses has an item that is no IP address.";
        foreach (var (index, mark) in incoming.Marks.Index().Where(mark => !IsMark(mark.Item)))
            yield return $"{section}:Gateway:Incoming:Marks:{index} is neither a header field (Header and Value) nor a SubjectTag, or says nothing (Meaning).";
    }

    // The name stands in every mail, where the gateway may look for words too.
    private IEnumerable<string> Display(SecureMailOptions options)
    {
        if (options.Sender.DisplayName is { } display && !display.Any(char.IsControl) && new ControlWords(GatewayProfile.AllWords(options.Gateway).Where(ControlWords.IsUsable)).AreIn(display))
            yield return $"{section}:Sender:DisplayName holds one of Gateway:ControlWords.";
    }

    private static bool IsMark(GatewayMarkRuleOptions mark) => mark.Meaning is not (null or GatewayMark.None)
        && (mark.SubjectTag is null ? IsName(mark.Header) && IsText(mark.Value) : mark is { Header: null, Value: null } && IsText(mark.SubjectTag) && ControlWords.IsUsable(mark.SubjectTag));

    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= 60 } && !name.AsSpan().ContainsAnyExcept(_name) && !_taken.Contains(name) && !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("Resent-", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string? text) => text is { Length: > 0 and <= 200 } && text.All(c => c is >= ' ' and <= '~') && text.Trim() == text && !text.Contains("=?", StringComparison.Ordinal);

    private static bool IsHost(string? name) => name is not null && Uri.CheckHostName(name) is not UriHostNameType.Unknown;
}
