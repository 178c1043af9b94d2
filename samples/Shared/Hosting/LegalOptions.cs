namespace MunicipalService.Hosting;

/// <summary>Texts that the operator must write: section <c>Legal</c>. A text in double square brackets is a placeholder.</summary>
public sealed class LegalOptions
{
    /// <summary>Impressum: provider, address, contact, supervisory authority.</summary>
    public IList<string> Imprint { get; set; } = [];

    /// <summary>Datenschutzhinweise: controller, purpose, legal basis, recipients, periods, rights (Art. 13 GDPR).</summary>
    public IList<string> Privacy { get; set; } = [];

    /// <summary>Erklärung zur Barrierefreiheit: state of conformity, contact for feedback, enforcement body.</summary>
    public IList<string> Accessibility { get; set; } = [];
}
