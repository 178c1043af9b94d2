using System.CommandLine;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>Who decides, and why.</summary>
internal static class ClerkOptions
{
    public static Option<string> Person(bool required) => new("--person") { Description = "Who decides: an identifier of the staff, such as a personnel number.", Required = required };

    public static Option<string> Reason(bool required) => new("--reason") { Description = "Why, without personal data of the payer.", Required = required };
}
