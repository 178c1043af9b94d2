using System.Net.Mail;
using System.Text;

namespace MunicipalService.Forms;

/// <summary>Rules for single fields. Each returns the cleaned value, or adds a message and returns null.</summary>
public static class TextRules
{
    /// <summary>One line of text; names keep every letter they have (normalised to NFC).</summary>
    public static string? Line(this FieldErrors errors, string field, string? raw, string label, int maximum, bool required = true)
    {
        var text = raw?.Trim() ?? "";
        if (text.Length == 0)
        {
            if (required)
                errors.Add(field, $"{label}: Bitte machen Sie eine Angabe.");
            return null;
        }

        if (!IsPrintable(text))
            errors.Add(field, $"{label}: Die Angabe enthält Zeichen, die nicht gedruckt werden können. Bitte geben Sie sie neu ein.");
        else if (text.Length > maximum)
            errors.Add(field, $"{label}: Bitte verwenden Sie höchstens {maximum} Zeichen.");
        else
            return text.Normalize(NormalizationForm.FormC);
        return null;
    }

    /// <summary>One of the values a group of radio buttons offers.</summary>
    public static string? Choice(this FieldErrors errors, string field, string? raw, string label, params IEnumerable<string> values)
    {
        if (raw is not null && values.Contains(raw, StringComparer.Ordinal))
            return raw;
        // A question ends its own sentence.
        if (label.EndsWith('?'))
            errors.Add(field, $"{label} Bitte wählen Sie eine Möglichkeit aus.");
        else
            errors.Add(field, $"{label}: Bitte wählen Sie eine Möglichkeit aus.");
        return null;
    }

    /// <summary>A mail address that a program can send to, or nothing.</summary>
    public static string? Mail(this FieldErrors errors, string field, string? raw)
    {
        var text = raw?.Trim() ?? "";
        if (text.Length == 0)
            return null;
        if (text.Length <= 254 && IsPrintable(text) && !text.Contains(' ', StringComparison.Ordinal)
            && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal))
            return text;
        errors.Add(field, "E-Mail-Adresse: Bitte prüfen Sie die Schreibweise, zum Beispiel name@beispiel.de.");
        return null;
    }

    // Control characters, lone surrogates and bidirectional overrides have no place in a name, an XML file or a mail.
    private static bool IsPrintable(string text) => text.EnumerateRunes().All(rune =>
        rune != Rune.ReplacementChar && !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) is not
            (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse
            or System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator));
}
