namespace BaseComponents.Eid.Saml.Internal;

/// <summary>Reads attributes of an assertion as the model wants them. What has another shape refuses the log-in; what cannot be read as a date counts as missing.</summary>
internal sealed class AttributeTexts(SamlAssertion assertion)
{
    public string? Text(string name)
    {
        if (!assertion.Attributes.TryGetValue(name, out var attribute))
            return null;
        try
        {
            return attribute.Text;
        }
        catch (FormatException)
        {
            throw new SamlRefusedException("attribute-shape");
        }
    }

    public PartialDate? Date(string name) => Text(name) is { } text && PartialDate.TryParse(text, out var date) ? date : null;

    public CountryCode? Country(string name) => Text(name) is { } text ? new CountryCode(text) : null;

    /// <summary>The parts of an attribute whose one value has elements; null where it is missing.</summary>
    public IReadOnlyDictionary<string, string>? Parts(string name) => assertion.Attributes.TryGetValue(name, out var attribute)
        ? attribute.Values is [{ IsText: false } value] ? value.Parts : throw new SamlRefusedException("attribute-shape")
        : null;
}
