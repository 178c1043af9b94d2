using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace BaseService;

/// <summary>What the citizen fills in. Change it to your service.</summary>
public sealed partial class ApplicationForm : IValidatableObject
{
    [Required(ErrorMessage = "Bitte geben Sie Ihren Namen an.")]
    [StringLength(200, ErrorMessage = "Der Name ist zu lang.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Bitte geben Sie das Kennzeichen an, zum Beispiel FG-AB 123.")]
    public string? LicencePlate { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        LicencePlate is { } plate && !Plate().IsMatch(plate.Trim().ToUpperInvariant())
            ? [new ValidationResult("Das Kennzeichen hat nicht die Form FG-AB 123.", [nameof(LicencePlate)])]
            : [];

    [GeneratedRegex(@"^[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?[0-9]{1,4}[HE]?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Plate();
}
