namespace DogLicence.Registration;

/// <summary>Turns a form into a registration, or into messages.</summary>
public static class DogFormRules
{
    /// <summary>The registration, or null with messages in <paramref name="errors"/>.</summary>
    /// <param name="today">The date in Germany.</param>
    public static DogRegistration? Check(DogForm form, DogTaxOptions taxes, DateOnly today, FieldErrors errors)
    {
        var name = errors.Line(nameof(form.Name), form.Name, "Rufname", 50);
        var breed = errors.Line(nameof(form.Breed), form.Breed, "Rasse", 80);
        var sex = errors.Choice(nameof(form.Sex), form.Sex, "Geschlecht", Enum.GetNames<DogSex>());
        var colour = errors.Line(nameof(form.Colour), form.Colour, "Farbe", 50);
        var birth = errors.Birth(form, today);
        var arrived = errors.Arrival(form, birth, today);
        var chip = errors.Chip(nameof(form.ChipNumber), form.ChipNumber);
        var dangerous = errors.Choice(nameof(form.Dangerous), form.Dangerous, "Gefährlicher Hund", "Yes", "No");
        var tax = errors.Tax(form, dangerous, taxes);
        var insurance = errors.Liability(form, dangerous);
        var mail = errors.Mail(nameof(form.ContactMail), form.ContactMail);
        return errors.Any ? null : new DogRegistration
        {
            Name = name!,
            Breed = breed!,
            Sex = Enum.Parse<DogSex>(sex!),
            Colour = colour!,
            Birth = birth!,
            ArrivedOn = arrived!.Value,
            ChipNumber = chip,
            IsDangerous = dangerous == "Yes",
            Tax = tax!,
            Insurance = insurance,
            ContactMail = mail,
        };
    }

    private static DeclaredTax? Tax(this FieldErrors errors, DogForm form, string? dangerous, DogTaxOptions taxes)
    {
        var chosen = errors.Choice(nameof(form.TaxClass), form.TaxClass, "Steuerklasse", taxes.Classes.Select(c => c.Key));
        var isForDangerous = taxes.Classes.FirstOrDefault(c => c.Key == chosen)?.ForDangerousDogs;
        if (isForDangerous is false && dangerous == "Yes")
            errors.Add(nameof(form.TaxClass), "Steuerklasse: Für einen gefährlichen Hund gilt die Steuerklasse für gefährliche Hunde.");
        else if (isForDangerous is true && dangerous == "No")
            errors.Add(nameof(form.TaxClass), "Steuerklasse: Diese Steuerklasse gilt nur für gefährliche Hunde.");
        return taxes.Declare(chosen);
    }

    private static Insurance? Liability(this FieldErrors errors, DogForm form, string? dangerous)
    {
        var insured = errors.Choice(nameof(form.Insured), form.Insured, "Haftpflichtversicherung", "Yes", "No");
        if (insured == "No" && dangerous == "Yes")
            errors.Add(nameof(form.Insured), "Haftpflichtversicherung: Für einen gefährlichen Hund müssen Sie eine Versicherung nachweisen.");
        if (insured != "Yes")
            return null;
        var company = errors.Line(nameof(form.InsuranceCompany), form.InsuranceCompany, "Versicherung", 100);
        var policy = errors.Line(nameof(form.PolicyNumber), form.PolicyNumber, "Nummer des Versicherungsscheins", 40);
        return company is null || policy is null ? null : new Insurance(company, policy);
    }
}
