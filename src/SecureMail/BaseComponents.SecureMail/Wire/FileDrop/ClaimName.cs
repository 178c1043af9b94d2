using System.Globalization;
using System.Text.RegularExpressions;

namespace BaseComponents.SecureMail.Wire.FileDrop;

/// <summary>
/// Name of a file that was claimed: what is known about it stands there, so that one renaming changes all of it at once. The name that the mail was delivered under is not kept; those of Maildir hold
/// colons, which Windows has no files with, and what else a delivering program likes.
/// </summary>
/// <param name="Id">32 hexadecimal digits, made by chance at the first claim.</param>
/// <param name="ReceivedAt">When the file was written.</param>
/// <param name="Attempt">How many times it was claimed.</param>
/// <param name="Until">When the claim runs out; of a mail that is settled, when that was.</param>
/// <param name="Reason">Why it was set aside.</param>
internal sealed partial record ClaimName(string Id, DateTimeOffset ReceivedAt, int Attempt, DateTimeOffset Until, SetAsideReason? Reason = null)
{
    public static ClaimName Create(DateTimeOffset receivedAt, DateTimeOffset until) => new(Guid.NewGuid().ToString("N"), Whole(receivedAt), 1, Whole(until));

    /// <summary>Null where the file is none of ours.</summary>
    public static ClaimName? Parse(string fileName)
    {
        if (Form().Match(fileName) is not { Success: true } match)
            return null;
        var reason = match.Groups["reason"];
        if (reason.Success && !Enum.GetNames<SetAsideReason>().Contains(reason.Value))
            return null;
        return TimeOf(match.Groups["received"]) is { } received && TimeOf(match.Groups["until"]) is { } until
            ? new ClaimName(match.Groups["id"].Value, received, int.Parse(match.Groups["attempt"].Value, CultureInfo.InvariantCulture), until, reason.Success ? Enum.Parse<SetAsideReason>(reason.Value) : null)
            : null;
    }

    public ClaimName With(DateTimeOffset until, int attempt, SetAsideReason? reason = null) => this with { Until = Whole(until), Attempt = attempt, Reason = reason };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Id}.{ReceivedAt.ToUnixTimeMilliseconds()}.{Attempt}.{Until.ToUnixTimeMilliseconds()}{(Reason is { } reason ? $".{reason}" : "")}.eml");

    private static DateTimeOffset Whole(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(0, time.ToUnixTimeMilliseconds()));

    private static DateTimeOffset? TimeOf(Group digits) =>
        long.Parse(digits.Value, CultureInfo.InvariantCulture) is var time && time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    // Numbers without leading zeros: each name is read in one way and written in the same.
    [GeneratedRegex(@"\A(?<id>[0-9a-f]{32})\.(?<received>0|[1-9][0-9]{0,14})\.(?<attempt>0|[1-9][0-9]{0,5})\.(?<until>0|[1-9][0-9]{0,14})(\.(?<reason>[A-Za-z]{1,40}))?\.eml\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
