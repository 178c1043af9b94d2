namespace BaseComponents.Eid.AspNetCore;

/// <summary>What a page needs to lead to the AusweisApp. The addresses are good once, in this browser, until <see cref="ExpiresAt"/>.</summary>
public sealed record EidServerLaunch
{
    /// <summary>Name of the log-in.</summary>
    public required string Scheme { get; init; }

    /// <summary>For a link: opens the AusweisApp on this computer.</summary>
    public required string DesktopAddress { get; init; }

    /// <summary>For a link: opens the AusweisApp on this phone or tablet.</summary>
    public required string MobileAddress { get; init; }

    /// <summary>For a phone beside the computer: begins a log-in of its own there, and ends there. It never logs in the browser that shows it.</summary>
    public required Uri OtherDeviceAddress { get; init; }

    /// <summary><see cref="OtherDeviceAddress"/> as a QR code, an SVG element; null where the address is too long to be read from a screen.</summary>
    public string? OtherDeviceQrCode { get; init; }

    /// <summary>Tells whether the AusweisApp runs on this computer, for the script below <see cref="StatusScriptPath"/>: the value of an attribute <c>data-eid-client</c>.</summary>
    public required string StatusAddress { get; init; }

    /// <summary>Path of a script that shows, within the element with <c>data-eid-client</c>, the element whose <c>data-eid-state</c> holds what it found: <c>available</c>, <c>unavailable</c>, <c>unknown</c> or <c>blocked</c>.</summary>
    public required string StatusScriptPath { get; init; }

    /// <summary>Where the citizen came from, for a link "back".</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>Until when the addresses are good.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The name of the type: whoever reads the addresses could use them.</summary>
    public override string ToString() => nameof(EidServerLaunch);
}
