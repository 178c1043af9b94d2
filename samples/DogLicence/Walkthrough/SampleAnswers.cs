namespace DogLicence.Walkthrough;

/// <summary>What the citizen of the walkthrough types.</summary>
public static class SampleAnswers
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Name"] = "Büffel",
        ["Breed"] = "Schäferhund-Mischling",
        ["Sex"] = "Male",
        ["Colour"] = "schwarz mit weißer Brust",
        ["BirthDay"] = "",
        ["BirthMonth"] = "3",
        ["BirthYear"] = "2024",
        ["ArrivedDay"] = "1",
        ["ArrivedMonth"] = "6",
        ["ArrivedYear"] = "2024",
        ["ChipNumber"] = "276 098 106 123 456",
        ["Dangerous"] = "No",
        ["TaxClass"] = "erster-hund",
        ["Insured"] = "Yes",
        ["InsuranceCompany"] = "Muster Versicherung",
        ["PolicyNumber"] = "=HV-12345",
        ["ContactMail"] = "zoe@buerger.example",
    };

    /// <summary>A small file that begins like a PDF.</summary>
    public static byte[] Proof { get; } = [.. "%PDF-1.7\n% Versicherungsschein\n"u8];
}
