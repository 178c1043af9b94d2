using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SpecialistProcedure.Hosting;

/// <summary>Settings of the program itself, section <c>Office</c>.</summary>
public sealed class OfficeOptions
{
    /// <summary>Folder of the database; made for this account alone if it is missing.</summary>
    /// <value>App_Data, below the current folder</value>
    [Required]
    public string DataPath { get; set; } = "App_Data";

    /// <summary>Addresses whose signed mails are cases. Whoever signs as somebody else is set aside, however good the signature.</summary>
    [Required, MinLength(1)]
    public IList<string> AcceptedSenders { get; set; } = [];

    /// <summary>LeiKa keys of the services that are worked on here (Leistungsschlüssel).</summary>
    [Required, MinLength(1)]
    public IList<string> Services { get; set; } = [];

    /// <summary>Largest case file, in bytes.</summary>
    /// <value>256 KiB</value>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxCaseSize { get; set; } = 256 * 1024;
}

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
public sealed partial class OfficeOptionsValidator : IValidateOptions<OfficeOptions>;
