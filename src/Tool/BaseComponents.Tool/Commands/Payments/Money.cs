using System.Globalization;
using BaseComponents.Payments;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>Amounts as they are printed.</summary>
internal static class Money
{
    private static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = "," };

    public static string OnScreen(Euro amount) => amount.Amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>With a decimal comma, without thousands: as a German spreadsheet reads a number.</summary>
    public static string InGerman(Euro amount) => amount.Amount.ToString("0.00", German);
}
