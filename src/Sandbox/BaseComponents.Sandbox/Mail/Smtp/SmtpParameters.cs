using System.Globalization;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>The parameters of MAIL and RCPT that this server knows, with the values they may have (RFC 1870, 6152, 3461, 4954).</summary>
internal sealed class SmtpParameters
{
    public static readonly SmtpParameters OfMail = new(new(StringComparer.OrdinalIgnoreCase)
    {
        ["SIZE"] = value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        ["BODY"] = value => IsOneOf(value, "7BIT", "8BITMIME"),
        ["RET"] = value => IsOneOf(value, "FULL", "HDRS"),
        ["ENVID"] = IsGiven,
        ["AUTH"] = IsGiven,
    });

    public static readonly SmtpParameters OfRecipient = new(new(StringComparer.OrdinalIgnoreCase)
    {
        ["NOTIFY"] = value => IsOneOf(value, "NEVER") || value.Split(',').All(when => IsOneOf(when, "SUCCESS", "FAILURE", "DELAY")),
        ["ORCPT"] = IsGiven,
    });

    private readonly Dictionary<string, Func<string, bool>> _known;

    private SmtpParameters(Dictionary<string, Func<string, bool>> known) => _known = known;

    /// <summary>Refuses the command where a parameter is not known or its value not allowed.</summary>
    public void Check(SmtpPath path)
    {
        foreach (var (name, value) in path.Parameters)
        {
            if (!_known.TryGetValue(name, out var isAllowed))
                throw new SmtpRefusal("555 5.5.4 Unknown parameter");
            if (!isAllowed(value))
                throw new SmtpRefusal("501 5.5.4 A parameter has a value that is not allowed");
        }
    }

    private static bool IsOneOf(string value, params ReadOnlySpan<string> allowed)
    {
        foreach (var one in allowed)
            if (value.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool IsGiven(string value) => value.Length > 0;
}
