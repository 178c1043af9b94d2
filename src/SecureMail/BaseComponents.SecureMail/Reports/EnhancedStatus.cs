using System.Globalization;

namespace BaseComponents.SecureMail.Reports;

/// <summary>Status code of mail systems (RFC 3463), such as 5.1.1.</summary>
/// <param name="Class">2: success, 4: for now, 5: for good.</param>
/// <param name="Subject">What it is about, 0 to 999.</param>
/// <param name="Detail">Which case of it, 0 to 999.</param>
public readonly record struct EnhancedStatus(int Class, int Subject, int Detail)
{
    /// <summary>Reads the three numbers.</summary>
    /// <param name="text">The code and nothing else.</param>
    /// <param name="status">The code.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, out EnhancedStatus status)
    {
        status = default;
        if (text is null || text.Length > 9 || text.Split('.') is not [var kind, var subject, var detail] || kind is not ("2" or "4" or "5"))
            return false;
        if (!TryNumber(subject, out var about) || !TryNumber(detail, out var which))
            return false;
        status = new EnhancedStatus(kind[0] - '0', about, which);
        return true;
    }

    /// <summary>The code with its dots.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length <= 3;
}
