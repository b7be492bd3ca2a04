@echo off
rem Builds what has changed, then runs the lab command: .\lab --help
rem PowerShell reads the clone's folder from a variable: as part of the text of a command, a quote in it would end the text.
setlocal
set "LAB_ROOT=%~dp0"
set "dll=%LAB_ROOT%lib\CachingLab.Cli\bin\Debug\net10.0\lab.dll"

where dotnet >nul 2>nul
if errorlevel 1 goto missing

rem Newer sources than the last build of this script, or none yet, or a clone that was moved: build first.
powershell -NoProfile -Command "$r=$env:LAB_ROOT; $s=$r+'lib\CachingLab.Cli\obj\lab.built'; foreach ($f in $env:dll,$s,($r+'lib\setup.csx'),($r+'lib\setup-production.csx')) { if (-not (Test-Path -LiteralPath $f)) { exit 1 } }; if ([IO.File]::ReadAllText($s) -cne $r) { exit 1 }; $t=(Get-Item -LiteralPath $s).LastWriteTimeUtc; $a=@(Get-ChildItem -LiteralPath ($r+'lib') -Recurse -File)+@('Directory.Build.props','Directory.Packages.props','global.json'|ForEach-Object { Get-Item -LiteralPath ($r+$_) }); if ($a | Where-Object { $_.Extension -match '^\.(cs|csproj|props|json|css|js)$' -and $_.LastWriteTimeUtc -gt $t -and $_.FullName.Substring($r.Length) -notmatch '\\(bin|obj)\\' } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

pushd "%LAB_ROOT%"
dotnet --version >nul 2>nul
if errorlevel 1 goto unfit
popd

set "log=%TEMP%\lab-%RANDOM%-%RANDOM%.log"
rem A file saved while the build runs counts as newer than it: the stamp gets the time of the start.
for /f %%t in ('powershell -NoProfile -Command "[DateTime]::UtcNow.Ticks"') do set "started=%%t"
echo lab: building (the first time takes a minute) ... 1>&2
dotnet build "%LAB_ROOT%lib\CachingLab.Cli" --nologo --verbosity quiet -p:ForLearners=true >"%log%" 2>&1
if errorlevel 1 goto failed
del "%log%"
powershell -NoProfile -Command "$s=$env:LAB_ROOT+'lib\CachingLab.Cli\obj\lab.built'; [IO.File]::WriteAllText($s,$env:LAB_ROOT); [IO.File]::SetLastWriteTimeUtc($s,[DateTime]::new([long]$env:started,'Utc'))"

:run
dotnet "%dll%" %*
exit /b %errorlevel%

:missing
echo lab: the .NET 10 SDK is not installed; get it from https://dotnet.microsoft.com/download 1>&2
exit /b 2

:unfit
for /f "tokens=1,2 delims=:, " %%k in ('type global.json') do if %%k=="version" set "wanted=%%~l"
set "found="
for /f "tokens=1" %%v in ('dotnet --list-sdks') do call set "found=%%found%% %%v"
if not defined found set "found= none"
popd
echo lab: the course needs the .NET SDK %wanted% or a later one of .NET 10; found:%found%. Get it from https://dotnet.microsoft.com/download 1>&2
exit /b 2

:failed
rem MSB3021 and MSB3027: a file could not be copied, because a program has it open.
findstr "MSB3021 MSB3027" "%log%" >nul
if not errorlevel 1 goto held
echo lab: the build failed; the first errors are: 1>&2
findstr "error" "%log%" 1>&2
if errorlevel 1 type "%log%" 1>&2
del "%log%"
exit /b 2

:held
echo lab: a program holds the built files: end the other .\lab, restart the notebook's kernel, then run .\lab again 1>&2
del "%log%"
exit /b 2
