namespace DogLicence.Registration;

/// <summary>The form as the browser sends it: text only, nothing trusted. Field names are the ids on the page.</summary>
public sealed class DogForm
{
    public string? Name { get; set; }

    public string? Breed { get; set; }

    public string? Sex { get; set; }

    public string? Colour { get; set; }

    public string? BirthDay { get; set; }

    public string? BirthMonth { get; set; }

    public string? BirthYear { get; set; }

    public string? ArrivedDay { get; set; }

    public string? ArrivedMonth { get; set; }

    public string? ArrivedYear { get; set; }

    public string? ChipNumber { get; set; }

    public string? Dangerous { get; set; }

    public string? TaxClass { get; set; }

    public string? Insured { get; set; }

    public string? InsuranceCompany { get; set; }

    public string? PolicyNumber { get; set; }

    public string? ContactMail { get; set; }

    /// <summary>The form filled with what was declared before, for a correction.</summary>
    public static DogForm Of(DogRegistration dog) => new()
    {
        Name = dog.Name,
        Breed = dog.Breed,
        Sex = dog.Sex.ToString(),
        Colour = dog.Colour,
        BirthDay = dog.Birth.Day?.ToString(Invariant),
        BirthMonth = dog.Birth.Month.ToString(Invariant),
        BirthYear = dog.Birth.Year.ToString(Invariant),
        ArrivedDay = dog.ArrivedOn.Day.ToString(Invariant),
        ArrivedMonth = dog.ArrivedOn.Month.ToString(Invariant),
        ArrivedYear = dog.ArrivedOn.Year.ToString(Invariant),
        ChipNumber = dog.ChipNumber,
        Dangerous = dog.IsDangerous ? "Yes" : "No",
        TaxClass = dog.Tax.Key,
        Insured = dog.Insurance is null ? "No" : "Yes",
        InsuranceCompany = dog.Insurance?.Company,
        PolicyNumber = dog.Insurance?.PolicyNumber,
        ContactMail = dog.ContactMail,
    };

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
