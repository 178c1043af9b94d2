using BaseComponents.SecureMail.Internal.Templates;
using BaseComponents.SecureMail.Wire.Mime;

namespace BaseComponents.SecureMail;

/// <summary>
/// A mail that is written once and filled in often: subject, text and HTML with placeholders <c>{{name}}</c>. Each value is made safe for the place it stands in, so that what a citizen
/// typed stays a value. There are no conditions, loops or expressions.
/// </summary>
/// <remarks>Amtlich: Textbaustein, Vorlage. A template is parsed once and can be used by many at the same time.</remarks>
public sealed class MailTemplate
{
    private readonly TemplateText _subject;
    private readonly TemplateText? _text;
    private readonly TemplateText? _html;

    private MailTemplate(TemplateText subject, TemplateText? text, TemplateText? html)
    {
        (_subject, _text, _html) = (subject, text, html);
        Placeholders = new SortedSet<string>([.. subject.Names, .. text?.Names ?? [], .. html?.Names ?? []], StringComparer.Ordinal);
    }

    /// <summary>The names that want a value.</summary>
    public IReadOnlySet<string> Placeholders { get; }

    /// <summary>Reads a template and checks every place a value would stand in.</summary>
    /// <param name="subject">One line.</param>
    /// <param name="text">The plain text. Give it even where there is HTML.</param>
    /// <param name="html">
    /// A complete HTML document. Placeholders stand in its text, or inside quotes in one of the attributes <c>abbr</c>, <c>alt</c>, <c>aria-label</c>, <c>dir</c>, <c>height</c>,
    /// <c>lang</c>, <c>title</c> and <c>width</c>; never in addresses, styles, comments or tags.
    /// </param>
    /// <exception cref="SecureMailException">The template is not in this form (<see cref="SecureMailErrors.TemplateInvalid"/>).</exception>
    public static MailTemplate Parse(string subject, string? text = null, string? html = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (text is null && html is null)
            throw TemplateFault.Invalid("It has neither text nor HTML.");
        return new MailTemplate(
            TemplateText.Parse(subject, "subject"),
            text is null ? null : TemplateText.Parse(text, "text"),
            html is null ? null : TemplateText.ParseHtml(html));
    }

    /// <summary>Writes the message. Give it attachments, a key and a protection with <c>with</c>.</summary>
    /// <param name="to">Mail addresses of the recipients.</param>
    /// <param name="values">
    /// One for each of <see cref="Placeholders"/>, and no others. Control characters are taken out of text and HTML, line breaks and tabs excepted; in the subject they are refused. A value
    /// is never read as a template.
    /// </param>
    /// <exception cref="SecureMailException">
    /// The values do not fit the template (<see cref="SecureMailErrors.TemplateValues"/>), or the subject they make is too long or holds <c>=?</c> (<see cref="SecureMailErrors.MessageInvalid"/>).
    /// </exception>
    public SecureMessage Fill(IReadOnlyList<string> to, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(values);
        TemplateValues.Check(Placeholders, values);
        var subject = _subject.Fill(name => TemplateValues.InSubject(name, values[name]));
        HeaderText.CheckSubject(subject);
        return new SecureMessage
        {
            To = to,
            Subject = subject,
            Text = _text?.Fill(name => TemplateValues.InText(values[name])),
            Html = _html?.Fill(name => TemplateValues.InHtml(values[name])),
        };
    }

    /// <summary>The number of placeholders only.</summary>
    public override string ToString() => $"MailTemplate {{ Placeholders = {Placeholders.Count} }}";
}
