namespace BaseComponents.Eid.Amt24;

/// <summary>What an export of Amt24 means: one set of options for each form.</summary>
public sealed class Amt24ExportOptions
{
    /// <summary>
    /// Where the data stand, by the name of the data: <c>GivenNames</c>, <c>FamilyName</c>, <c>BirthName</c>, <c>AcademicTitle</c>, <c>DateOfBirth</c>, <c>PlaceOfBirth</c>, <c>Nationality</c>, <c>Gender</c>,
    /// <c>TaxIdentifier</c>, <c>Street</c>, <c>HouseNumber</c>, <c>AddressSupplement</c>, <c>PostalCode</c>, <c>Locality</c>, <c>Country</c>, <c>MailAddress</c>, <c>TelephoneNumber</c>, <c>DeMailAddress</c>,
    /// <c>OrganisationName</c>, <c>LegalForm</c>, <c>RegisterNumber</c>, <c>RegisterCourt</c>. At least one.
    /// </summary>
    public IDictionary<string, Amt24Field> Fields { get; } = new Dictionary<string, Amt24Field>(StringComparer.Ordinal);

    /// <summary>Forms whose exports are accepted, each as <c>metadata/formId</c> has it, with the version. Exports without it are then refused too.</summary>
    /// <value>Empty: any form, and exports without metadata.</value>
    public IList<string> FormIds { get; } = [];

    /// <summary>The level at which the process lets the applicant log in. The export does not say; it is a setting of the process.</summary>
    /// <value><see cref="AssuranceLevel.Unknown"/></value>
    public AssuranceLevel Level { get; set; }

    /// <summary>With what kind of account the process lets users log in, where it is one only.</summary>
    /// <value>Null: who fills in a field of a company acts for one.</value>
    /// <remarks>BundID oder Mein Unternehmenskonto</remarks>
    public EidIdentityKind? Account { get; set; }

    /// <summary>The instance of the groups that holds the applicant.</summary>
    /// <value>0, the first</value>
    public int ApplicantInstance { get; set; }

    /// <summary>Most bytes of one export, 1024 to 256 MiB. It is held in memory.</summary>
    /// <value>32 MiB</value>
    public int MaxBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Most bytes of the summary as PDF, 0 to 128 MiB. With 0 it is not read.</summary>
    /// <value>10 MiB</value>
    public int MaxPdfBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Most fields of one export, 1 to 100000, those included that <see cref="Fields"/> does not name.</summary>
    /// <value>5000</value>
    public int MaxFields { get; set; } = 5000;
}
