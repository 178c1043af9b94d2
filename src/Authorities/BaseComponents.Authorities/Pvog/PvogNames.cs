using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Authorities.Pvog;

/// <summary>Names in requests and answers for which sources contradict each other, or say nothing.</summary>
public sealed class PvogNames
{
    /// <summary>The parameter with the keys of services.</summary>
    /// <value><c>leikaIds</c>.</value>
    [Required, RegularExpression("^[A-Za-z0-9_-]{1,100}$")]
    public string ServiceKeys { get; set; } = "leikaIds";

    /// <summary>The kind of additional information that holds opening hours.</summary>
    /// <value><c>INFO_TIMES</c>.</value>
    [Required]
    public string OpeningHours { get; set; } = "INFO_TIMES";

    /// <summary>The member of an account that holds its number.</summary>
    /// <value><c>iban</c>.</value>
    [Required]
    public string Iban { get; set; } = "iban";

    /// <summary>The member of an account that holds the code of the bank.</summary>
    /// <value><c>bic</c>.</value>
    [Required]
    public string Bic { get; set; } = "bic";

    /// <summary>The member of an account that says who it belongs to.</summary>
    /// <value>None: it is not read.</value>
    public string? AccountHolder { get; set; }

    /// <summary>The member of an account that names the bank.</summary>
    /// <value>None: it is not read.</value>
    public string? Bank { get; set; }
}
