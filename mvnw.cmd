@echo off
rem Runs the Maven that .mvn\wrapper\maven.properties pins. The first start fetches it into the
rem user's .m2\wrapper folder; all that takes is a JDK, 17 or later.
setlocal

set "MVNW_JAVA=java"
if defined JAVA_HOME set "MVNW_JAVA=%JAVA_HOME%\bin\java"

set "MVNW_HOME="
for /f "usebackq delims=" %%h in (`call "%MVNW_JAVA%" "%~dp0.mvn\wrapper\FetchMaven.java" "%~dp0.mvn\wrapper\maven.properties"`) do set "MVNW_HOME=%%h"
if not defined MVNW_HOME (
    echo mvnw: Maven could not be provided; a JDK 17 or later must be on the PATH or in JAVA_HOME 1>&2
    exit /b 1
)
call "%MVNW_HOME%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
