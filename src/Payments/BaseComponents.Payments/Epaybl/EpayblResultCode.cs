using System.Globalization;

namespace BaseComponents.Payments.Epaybl;

/// <summary>
/// ePayBL's result of a call: a signed number, padded with zeros in different ways, so <c>-0531</c> and <c>-531</c> are the same code. A text
/// that is no number keeps what it says and is never a success.
/// </summary>
/// <remarks>German: Rückgabecode (rc), code.</remarks>
public readonly struct EpayblResultCode : IEquatable<EpayblResultCode>
{
    private const int MaxDigits = 9;
    private readonly bool _isSuccess;

    /// <summary>A code from the text of the wire; whatever it says, it is kept.</summary>
    public EpayblResultCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        var trimmed = text.AsSpan().Trim();
        var digits = trimmed is ['+' or '-', ..] ? trimmed[1..] : trimmed;
        if (digits.Length is 0 or > MaxDigits || digits.ContainsAnyExceptInRange('0', '9'))
            return;
        var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        Number = trimmed[0] == '-' ? -number : number;
        _isSuccess = trimmed[0] == '+' || (trimmed[0] != '-' && number == 0);
    }

    /// <summary>The text as it came.</summary>
    public string Text { get => field ?? ""; }

    /// <summary>The signed number; null when the text is none.</summary>
    public int? Number { get; }

    /// <summary>Whether the service did what was asked: a code with a plus, or zero.</summary>
    public bool IsSuccess => _isSuccess;

    /// <inheritdoc/>
    public bool Equals(EpayblResultCode other) =>
        Number is { } number ? number == other.Number && _isSuccess == other._isSuccess : other.Number is null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EpayblResultCode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number is { } number ? HashCode.Combine(number, _isSuccess) : Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(EpayblResultCode left, EpayblResultCode right) => left.Equals(right);

    /// <summary>Whether they say different things.</summary>
    public static bool operator !=(EpayblResultCode left, EpayblResultCode right) => !left.Equals(right);

    /// <summary>Sign and at least four digits, such as <c>-0531</c>; a text that is no number as it came, shortened.</summary>
    public override string ToString() => Number is { } number
        ? number.ToString(_isSuccess ? "+0000;-0000" : "0000;-0000;-0000", CultureInfo.InvariantCulture)
        : new string([.. Text.Where(static c => c is > ' ' and <= '~').Take(20)]);
}
