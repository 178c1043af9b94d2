using System.CommandLine;
using BaseComponents.Tool.Commands.Payments;

namespace BaseComponents.Tool.Commands;

/// <summary><c>basecomponents payments</c>: what the treasury does with payments.</summary>
/// <remarks>German: Kasse.</remarks>
internal static class PaymentsCommand
{
    public static Command Create() => new("payments", "Lists, reports and decides payments, for the treasury.")
    {
        ListCommand.Create(), ShowCommand.Create(), ReportCommand.Create(), ResolveCommand.Create(), MatchCommand.Create(), VerifyCommand.Create(),
    };
}
