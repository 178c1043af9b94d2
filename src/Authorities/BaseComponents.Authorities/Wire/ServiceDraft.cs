using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>What of a service has been read so far.</summary>
internal sealed class ServiceDraft
{
    public readonly List<LeikaKey> Keys = [];
    public readonly List<string> Synonyms = [];
    public readonly List<ServiceText> Texts = [];
    public readonly List<ServiceLink> Forms = [];
    public readonly List<Fee> Fees = [];
    public readonly List<string> Types = [];
    public List<(DateOnly? From, DateOnly? To)>? Intervals;
    public OfficeId? Id;
    public string? Assurance;

    public void Add(TextModule module, List<LocalText> texts, List<ServiceLink> links)
    {
        Texts.AddRange(texts.Select(text => new ServiceText(module, text.Language, text.Text)));
        if (module == TextModule.Forms)
            Forms.AddRange(links);
    }

    /// <exception cref="BadObjectException">It has no identifier, no key or no name.</exception>
    public XzufiService Finish()
    {
        if (Keys.Count == 0)
            throw new BadObjectException("It has no valid service key (referenzLeiKa).");
        var name = NameIn(TextModule.CitizensName) ?? NameIn(TextModule.CatalogueName) ?? throw new BadObjectException("It has no name (modulText 03 or 02).");
        var description = new PublicService(Keys[0], name)
        {
            Synonyms = Synonyms,
            Texts = Texts,
            Fees = Fees,
            RequiredAssurance = Assurance is null ? null : new RequiredAssurance(Assurance),
            Types = Types,
            Forms = Forms,
        };
        return new XzufiService(Id ?? throw new BadObjectException("It has no id."), Keys, description, XzufiParts.ToValidity(Intervals));
    }

    // A name is no HTML: what was encoded for it is plain again.
    private string? NameIn(TextModule module)
    {
        List<LocalText> texts = [.. Texts.Where(text => text.Module == module).Select(text => new LocalText(text.Language, text.Text))];
        return XzufiParts.German(texts) is { } text && WireText.Clean(Html.HtmlText.Plain(text)) is { Length: > 0 } name ? name : null;
    }
}
